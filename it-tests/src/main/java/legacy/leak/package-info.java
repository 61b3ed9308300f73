/** Programs that leak connections, statements and rows, or only look as if they did. */
package legacy.leak;
