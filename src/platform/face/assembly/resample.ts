// AssemblyScript: TypeScript's syntax for WebAssembly, compiled by scripts/build.ts. It knows addresses and vectors of
// four 32-bit floats, and no objects; ../onnx/resampler.ts lays out the memory and is the only caller.

/** First address that the caller may use. */
export function free(): usize {
  return __heap_base;
}

/**
 * Rows of bytes, added up by weight: `out[i] = Σ weights[k] · source[k · stride + i]`. Works on 16 values at a time, so up to
 * 15 bytes beyond each row are read, and as many values beyond the last are written.
 * @param length values in a row
 */
export function mixRows(source: usize, stride: usize, length: usize, weights: usize, taps: usize, out: usize): void {
  for (let i: usize = 0; i < length; i += 16) {
    let a = f32x4.splat(0);
    let b = f32x4.splat(0);
    let c = f32x4.splat(0);
    let d = f32x4.splat(0);
    for (let k: usize = 0; k < taps; k++) {
      const weight = f32x4.splat(load<f32>(weights + (k << 2)));
      const bytes = v128.load(source + k * stride + i);
      const low = i16x8.extend_low_i8x16_u(bytes);
      const high = i16x8.extend_high_i8x16_u(bytes);
      a = f32x4.add(a, f32x4.mul(weight, f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(low))));
      b = f32x4.add(b, f32x4.mul(weight, f32x4.convert_i32x4_u(i32x4.extend_high_i16x8_u(low))));
      c = f32x4.add(c, f32x4.mul(weight, f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(high))));
      d = f32x4.add(d, f32x4.mul(weight, f32x4.convert_i32x4_u(i32x4.extend_high_i16x8_u(high))));
    }
    const at = out + (i << 2);
    v128.store(at, a);
    v128.store(at, b, 16);
    v128.store(at, c, 32);
    v128.store(at, d, 48);
  }
}

/**
 * A row of interleaved RGB, squeezed into one row of each of three planes: each pixel is the sum of `taps` pixels by
 * weight, times `scale`, plus `shift` (three values and one unused, each). Reads one value beyond the row's last pixel.
 * @param firsts index of the first source pixel of each column, i32
 * @param weights `taps` of each column, f32
 * @param red where the row of each plane goes
 */
export function squeezeRow(
  row: usize,
  firsts: usize,
  weights: usize,
  taps: usize,
  columns: usize,
  scale: usize,
  red: usize,
  green: usize,
  blue: usize,
): void {
  const scales = v128.load(scale);
  const shifts = v128.load(scale, 16);
  for (let x: usize = 0; x < columns; x++) {
    let at = row + 12 * (load<i32>(firsts + (x << 2)) as usize);
    let pixel = f32x4.splat(0);
    for (let k: usize = 0; k < taps; k++) {
      pixel = f32x4.add(pixel, f32x4.mul(f32x4.splat(load<f32>(weights)), v128.load(at)));
      weights += 4;
      at += 12;
    }
    pixel = f32x4.add(f32x4.mul(pixel, scales), shifts);
    v128.store_lane<f32>(red + (x << 2), pixel, 0);
    v128.store_lane<f32>(green + (x << 2), pixel, 1);
    v128.store_lane<f32>(blue + (x << 2), pixel, 2);
  }
}
