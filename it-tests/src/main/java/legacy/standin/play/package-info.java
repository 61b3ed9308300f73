/** Old programs on the stand-ins, which also ask their servers what is left. */
package legacy.standin.play;
