import { hkdfSync } from 'node:crypto';
import { keyedTransform } from '../../../platform/face/keyed-transform.js';

/** How a template was protected before it was sealed; stands in its row, so that a later scheme can live beside this one. */
export const PROTECTION = 'orthonormal-1';

/**
 * Cancelable biometrics in the sense of ISO/IEC 24745: what is kept is the embedding turned by a secret matrix, another
 * for each person, institution and generation. Scores stay; templates of two generations or two institutions have
 * nothing in common, and a new generation makes the old one worthless.
 */
export class TemplateProtection {
  constructor(private readonly institution: string) {}

  /**
   * @param dataKey the person's
   * @param generation of the template; a new one for each template made
   * @param embedding of a probe or of a reference
   */
  protect(dataKey: Buffer, generation: string, embedding: Float32Array): Float32Array {
    return keyedTransform(this.keyOf(dataKey, generation), embedding);
  }

  /** HKDF-SHA-256 (RFC 5869); the words keep this key apart from every other that may come of the same data key. */
  private keyOf(dataKey: Buffer, generation: string): Buffer {
    const purpose = JSON.stringify(['template-transform', PROTECTION, this.institution, generation]);
    return Buffer.from(hkdfSync('sha256', dataKey, '', purpose, 32));
  }
}
