package io.poolagent.sample.shop.request;

/** A line of an order. */
final class OrderLine {

    final int part;
    final int quantity;
    final long priceCents;

    OrderLine(int part, int quantity, long priceCents) {
        this.part = part;
        this.quantity = quantity;
        this.priceCents = priceCents;
    }

    long totalCents() {
        return quantity * priceCents;
    }
}
