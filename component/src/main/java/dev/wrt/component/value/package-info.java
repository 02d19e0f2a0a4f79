/// Values of the component model and their text form WAVE.
package dev.wrt.component.value;
