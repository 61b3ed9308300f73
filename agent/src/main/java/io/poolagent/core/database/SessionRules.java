package io.poolagent.core.database;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What statements and functions of one product leave behind in a session: the words beyond those that mean the same
 * everywhere ({@link PlainWords}). A word that is in no list leaves something lasting behind. Immutable once built.
 */
public final class SessionRules {
    /** For products without a reset of sessions, and for URLs that no product claims. */
    static final SessionRules STRICT = new SessionRules();

    private final Map<String, Effect> statements = new HashMap<>();
    private final Map<String, Effect> functions = new HashMap<>();
    private Effect call = Effect.LASTING;
    private Effect variable = Effect.LASTING;
    private Effect temporary = Effect.LASTING;
    private boolean customSettings;
    private boolean dashesNeedBlank;
    private Set<String> seeds = Collections.emptySet();
    private String means = "none";
    private String cost = "a connect at the next acquire";
    private String closed =
            "whatever does more than read and write rows: SET, temporary objects, locks, CALL, CREATE, functions"
                    + " not known to be harmless";

    /** Functions that leave nothing behind. */
    SessionRules functions(String words) {
        put(functions, words, Effect.NONE);
        return this;
    }

    /** Statements, by their first words, that leave nothing behind. */
    SessionRules harmless(String words) {
        put(statements, words, Effect.NONE);
        return this;
    }

    /** Statements, by their first words, that a reset undoes; temporary objects too. */
    SessionRules undone(String words) {
        put(statements, words, Effect.UNDONE);
        temporary = Effect.UNDONE;
        return this;
    }

    /** Functions that a reset undoes. */
    SessionRules undoneFunctions(String words) {
        put(functions, words, Effect.UNDONE);
        return this;
    }

    /** A reset undoes whatever procedures and unknown functions may do, and variables that begin with @. */
    SessionRules undoesCalls() {
        call = Effect.UNDONE;
        variable = Effect.UNDONE;
        return this;
    }

    /** Settings whose names have a dot are made by being set, and no reset removes them (PostgreSQL). */
    SessionRules keepsCustomSettings() {
        customSettings = true;
        return this;
    }

    /** Two dashes begin a comment only where a blank follows (MySQL). */
    SessionRules dashesNeedBlank() {
        dashesNeedBlank = true;
        return this;
    }

    /** Functions that set the session's seed where they have an argument. */
    SessionRules seeds(String words) {
        seeds = PlainWords.words(words);
        return this;
    }

    /** For people: how the product's sessions are reset, and what that costs. */
    SessionRules resets(String by, String costs) {
        means = by;
        cost = costs;
        return this;
    }

    /** For people: what makes a session be closed instead. */
    SessionRules closes(String what) {
        closed = what;
        return this;
    }

    String means() {
        return means;
    }

    String cost() {
        return cost;
    }

    String closed() {
        return closed;
    }

    /** What a statement leaves behind by its first word alone. */
    Effect statement(String word) {
        Effect known = PlainWords.STATEMENTS.contains(word) ? Effect.NONE : statements.get(word);
        return known == null ? Effect.LASTING : known;
    }

    /** What a call of a function leaves behind. */
    Effect function(String word) {
        if (PlainWords.FUNCTIONS.contains(word)) {
            return Effect.NONE;
        }
        Effect known = functions.get(word);
        return known == null ? call : known;
    }

    /** What a procedure leaves behind. */
    Effect procedure() {
        return call;
    }

    /** What a variable leaves behind. */
    Effect variable() {
        return variable;
    }

    /** What a temporary object leaves behind, and the end of any table. */
    Effect temporary() {
        return temporary;
    }

    boolean needsBlankAfterDashes() {
        return dashesNeedBlank;
    }

    /** Whether a function with an argument sets the session's seed. */
    boolean isSeed(String word) {
        return seeds.contains(word);
    }

    boolean hasCustomSettings() {
        return customSettings;
    }

    /** The statements, by first word, that have an effect; for the README's table. */
    Set<String> statementsWith(Effect effect) {
        return with(statements, effect);
    }

    /** The functions that have an effect; for the README's table. */
    Set<String> functionsWith(Effect effect) {
        return with(functions, effect);
    }

    private static Set<String> with(Map<String, Effect> map, Effect effect) {
        Set<String> words = new TreeSet<>();
        map.forEach((word, each) -> {
            if (each == effect) {
                words.add(word);
            }
        });
        return words;
    }

    private static void put(Map<String, Effect> map, String words, Effect effect) {
        for (String word : PlainWords.words(words)) {
            map.put(word, effect);
        }
    }
}
