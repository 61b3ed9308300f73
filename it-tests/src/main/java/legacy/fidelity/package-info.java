/**
 * Small programs, one for each thing that a pool could change, in groups by topic. {@link legacy.fidelity.Play} runs them.
 */
package legacy.fidelity;
