package io.poolagent.sample.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @Test
    void withoutArgumentsItRunsOnPostgres() throws UsageException {
        Options options = CommandLine.parse();

        assertEquals(Command.RUN, options.command());
        assertEquals("postgres", options.db());
        assertNull(options.url());
        assertEquals(8, options.threads());
        assertEquals(10, options.seconds());
        assertEquals(0, options.requests());
        assertEquals(42, options.seed());
    }

    @Test
    void takesValuesAfterBlankAndAfterEquals() throws UsageException {
        Options options = CommandLine.parse(
                "compare", "--db", "h2", "--requests=500", "--seed", "-7", "--agent-options", "pool.max=10,x=y");

        assertEquals(Command.COMPARE, options.command());
        assertEquals("h2", options.db());
        assertEquals(500, options.requests());
        assertEquals(-7, options.seed());
        assertEquals("pool.max=10,x=y", options.agentOptions());
    }

    @Test
    void helpWinsOverEverything() throws UsageException {
        assertEquals(
                Command.HELP,
                CommandLine.parse("compare", "--nonsense", "--help").command());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--threads eight  | --threads cannot be 'eight'; allowed is a whole number from 1 to 1000.",
                "--threads 0      | --threads cannot be '0'; allowed is a whole number from 1 to 1000.",
                "--db oracle      | --db cannot be 'oracle'; allowed is one of postgres, mariadb, h2, hsqldb, derby, sqlite.",
                "--url localhost  | --url cannot be 'localhost'; allowed is something that begins with jdbc:.",
                "--seed           | --seed has no value; allowed is a whole number.",
                "--treads 8       | The argument '--treads' is not known; did you mean --threads?",
                "--xyzzy 8        | The argument '--xyzzy' is not known; --help lists those that are.",
                "walk             | The command 'walk' is not known; allowed are run and compare.",
                "--seed 1 --seed 2 | --seed is given twice; once is allowed.",
                "--seconds 3 --requests 9 | Of --seconds '3' and --requests '9' only one is allowed.",
                "--user joe       | --user is allowed together with --url only.",
                "run --agent a.jar | --agent is allowed with the command compare only.",
            })
    void saysWhatIsNotAllowedAndWhatIs(String line, String message) {
        UsageException thrown = assertThrows(UsageException.class, () -> CommandLine.parse(line.split(" ", -1)));

        assertEquals(message, thrown.getMessage());
    }

    @Test
    void everyOptionForPeopleHasAHelpText() {
        for (Option option : Option.values()) {
            assertTrue(option == Option.OBSERVER || !option.help.isEmpty(), option.text);
        }
    }
}
