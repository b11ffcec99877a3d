import { type GraphProto } from 'onnx-buf';
import { floatsOf, setFloats } from './constants.js';

/** What is smaller adds nothing to a float32 of 1e-8 or more, and networks give numbers around 1. */
const TINY = 1e-15;

/**
 * Weights so near to zero that they say nothing become zeros. Weight decay leaves channels of them in a network; their
 * products are denormal numbers, each of which takes Intel's processors about a hundred times as long as another.
 */
export function flushTiny(graph: GraphProto): void {
  for (const tensor of graph.initializer) {
    const values = floatsOf(tensor);
    // One number alone is no weight: it may be there so that nothing is divided by zero.
    if (values === undefined || values.length < 2) continue;
    const flushed = values.map((value) => (Math.abs(value) < TINY ? 0 : value));
    setFloats(tensor, flushed, tensor.dims.map(Number));
  }
}
