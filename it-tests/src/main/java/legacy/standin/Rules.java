package legacy.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server does for which text. The first rule that fits counts. */
public final class Rules {
    private final List<Rule> rules = new ArrayList<>();
    private final Product product;

    Rules(Product product) {
        this.product = product;
    }

    /** What is done for a text. */
    public interface Act {
        Reply on(ServerSession session, Matcher text) throws ServerError;
    }

    private static final class Rule {
        final Pattern pattern;
        final Act act;

        Rule(Pattern pattern, Act act) {
            this.pattern = pattern;
            this.act = act;
        }
    }

    /** Adds a rule for texts that match as a whole; letter case does not count, and a blank stands for any number. */
    public Rules on(String pattern, Act act) {
        String blanks = pattern.replace(" ?", "\\s*").replace(" ", "\\s+");
        rules.add(new Rule(Pattern.compile(blanks, Pattern.CASE_INSENSITIVE | Pattern.DOTALL), act));
        return this;
    }

    /** Adds a rule whose answer is one value of the session's. */
    public Rules ask(String pattern, java.util.function.Function<ServerSession, String> answer) {
        return on(pattern, (session, text) -> Reply.row(answer.apply(session)));
    }

    Reply run(ServerSession session, String sql) throws ServerError {
        for (Rule rule : rules) {
            Matcher matcher = rule.pattern.matcher(sql);
            if (matcher.matches()) {
                return rule.act.on(session, matcher);
            }
        }
        throw product.badSyntax(sql);
    }
}
