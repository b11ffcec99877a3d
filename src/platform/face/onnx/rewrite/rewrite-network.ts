import { fromBinary, toBinary } from '@bufbuild/protobuf';
import { ModelProtoSchema } from 'onnx-buf';
import { fitChannels } from './fit-channels.js';
import { flushTiny } from './flush-tiny.js';
import { vectorisePRelu } from './vectorise-prelu.js';

/** From here on Mul and Max broadcast as PRelu does. */
const OLDEST_OPSET = 8n;

/**
 * The same network in operations and with weights that processors are quick with; the results are the same but for rounding.
 * A third to a half less time on networks that use PRelu (docs/adr/0010-face-pipeline.md), and a tenth of it where weights
 * are next to nothing (docs/adr/0045-speed.md).
 * @param model an ONNX file whose hash was checked
 */
export function rewriteNetwork(model: Uint8Array): Uint8Array {
  const decoded = fromBinary(ModelProtoSchema, model);
  const opset = decoded.opsetImport.find(({ domain }) => domain === '')?.version ?? 0n;
  if (decoded.graph === undefined) return model;
  flushTiny(decoded.graph);
  if (opset >= OLDEST_OPSET) {
    fitChannels(decoded.graph);
    vectorisePRelu(decoded.graph);
  }
  return toBinary(ModelProtoSchema, decoded);
}
