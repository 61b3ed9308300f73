/** Programs on which an agent's options, and other people's, show. */
package legacy.options;
