/** Programs that are looked at over HTTP. */
package legacy.http;
