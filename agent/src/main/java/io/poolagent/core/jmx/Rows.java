package io.poolagent.core.jmx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;
import org.jspecify.annotations.Nullable;

/**
 * A kind of tabular value: its columns, the first of which tells rows apart. Filled by one thread, then only read.
 *
 * @param <R> what a row is made from
 */
final class Rows<R> {
    private final String name;
    private final String description;
    private final List<String> columns = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<OpenType<?>> types = new ArrayList<>();
    private final List<Function<R, ? extends @Nullable Object>> values = new ArrayList<>();
    private @Nullable TabularType type;

    Rows(String name, String description) {
        this.name = name;
        this.description = description;
    }

    /** Declares the next column. */
    Rows<R> column(String column, SimpleType<?> of, String text, Function<R, ? extends @Nullable Object> value) {
        columns.add(column);
        types.add(of);
        texts.add(text);
        values.add(value);
        return this;
    }

    /** The type, once all columns are declared. */
    TabularType type() {
        TabularType known = type;
        if (known == null) {
            try {
                String[] names = columns.toArray(new String[0]);
                CompositeType row = new CompositeType(
                        name, description, names, texts.toArray(new String[0]), types.toArray(new OpenType<?>[0]));
                known = new TabularType(name + "s", description, row, new String[] {names[0]});
                type = known;
            } catch (OpenDataException e) {
                throw new IllegalStateException(e);
            }
        }
        return known;
    }

    /** A table with a row for each. A text in the first column that is there already gets a number. */
    TabularDataSupport of(Iterable<? extends R> sources) {
        TabularDataSupport table = new TabularDataSupport(type());
        for (R source : sources) {
            @Nullable Object[] row = new @Nullable Object[columns.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = values.get(i).apply(source);
            }
            Object key = row[0];
            for (int number = 2; table.containsKey(new Object[] {row[0]}); number++) {
                row[0] = key + " #" + number;
            }
            try {
                table.put(new CompositeDataSupport(type().getRowType(), columns.toArray(new String[0]), row));
            } catch (OpenDataException e) {
                throw new IllegalStateException(e);
            }
        }
        return table;
    }
}
