package legacy.fidelity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The cases of a topic: names, bodies, and where they can be played. */
public final class Cases {
    /** What a case does. */
    public interface Body {
        /** Prints what it sees; an exception that leaves it is printed as well, and fails the run without the agent. */
        void play(Bench bench) throws Exception;
    }

    /** One case. */
    public static final class Case {
        public final String name;
        /** Whether it shows that a session of the server's comes back. */
        public final boolean reuses;

        final Body body;
        private final Set<Product> products;

        Case(String name, boolean reuses, Set<Product> products, Body body) {
            this.name = name;
            this.reuses = reuses;
            this.products = products;
            this.body = body;
        }
    }

    private final List<Case> all = new ArrayList<>();
    private final Product product;

    private Cases(Product product) {
        this.product = product;
    }

    /** The product they are for: classes of other drivers are not at hand. */
    Product product() {
        return product;
    }

    /** The cases of a topic that can be played on a product. */
    public static List<Case> of(Class<? extends Topic> topic, Product product) {
        Cases cases = new Cases(product);
        make(topic).list(cases);
        List<Case> found = new ArrayList<>();
        for (Case each : cases.all) {
            if (each.products.contains(product)) {
                found.add(each);
            }
        }
        return Collections.unmodifiableList(found);
    }

    static Topic make(Class<? extends Topic> topic) {
        try {
            return topic.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no topic: " + topic, e);
        }
    }

    /** A case for all products, or those named. */
    public void add(String name, Body body, Product... products) {
        all.add(new Case(name, false, set(products), body));
    }

    /** A case that meets sessions ({@link Bench#meet}), one of them twice where there is a pool. */
    public void reusing(String name, Body body, Product... products) {
        all.add(new Case(name, true, set(products), body));
    }

    private static Set<Product> set(Product... products) {
        Collection<Product> named = Arrays.asList(products);
        return named.isEmpty() ? EnumSet.allOf(Product.class) : EnumSet.copyOf(named);
    }
}
