/** Programs that ask for connections with this and with that, and must get what they asked for. */
package legacy.key;
