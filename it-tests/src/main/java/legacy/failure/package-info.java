/** Programs whose connects fail, or come in crowds. */
package legacy.failure;
