// AssemblyScript: TypeScript's syntax for WebAssembly, compiled by scripts/build.ts. It knows addresses and vectors of
// numbers, and no objects; ../gaussians.ts is the only caller.

/** First address that the caller may use. */
export function free(): usize {
  return __heap_base;
}

/**
 * Turns pairs of uniform 32-bit words into pairs of standard normal floats, in their place (Box and Muller, 1958).
 * @param count of words, a multiple of 8
 */
export function boxMuller(address: usize, count: usize): void {
  for (let at = address; at < address + (count << 2); at += 32) {
    const a = v128.load(at);
    const b = v128.load(at, 16);
    const radius = radiusOf(v128.shuffle<i32>(a, b, 0, 2, 4, 6));
    const angle = v128.shuffle<i32>(a, b, 1, 3, 5, 7);
    // Quadrants of 2^30, counted from the middle of the first: what is left lies within an eighth of a turn of zero.
    const quadrant = i32x4.shr_u(i32x4.add(angle, i32x4.splat(1 << 29)), 30);
    const rest = i32x4.sub(angle, i32x4.shl(quadrant, 30));
    const x = f32x4.mul(f32x4.convert_i32x4_s(rest), f32x4.splat(1.4629180792671596e-9)); // π / 2^31
    const sine = sineOf(x);
    const cosine = cosineOf(x);
    const swap = i32x4.eq(v128.and(quadrant, i32x4.splat(1)), i32x4.splat(1));
    const upper = v128.and(i32x4.shl(quadrant, 30), i32x4.splat(1 << 31));
    const left = v128.and(i32x4.shl(i32x4.add(quadrant, i32x4.splat(1)), 30), i32x4.splat(1 << 31));
    const first = f32x4.mul(radius, v128.xor(v128.bitselect(sine, cosine, swap), left));
    const second = f32x4.mul(radius, v128.xor(v128.bitselect(cosine, sine, swap), upper));
    v128.store(at, v128.shuffle<i32>(first, second, 0, 4, 1, 5));
    v128.store(at, v128.shuffle<i32>(first, second, 2, 6, 3, 7), 16);
  }
}

/**
 * Reflects `values` once in all its dimensions, then in all but the first, and so on, as ../keyed-transform.ts says.
 * @param normals as many 32-bit floats as each reflection has dimensions, one reflection after the other; used up
 * @param values 64-bit floats, turned in their place
 */
export function reflections(normals: usize, values: usize, dimensions: usize): void {
  for (let left = dimensions; left > 0; left--) {
    reflect(normals, values, left);
    normals += left << 2;
    values += 8;
  }
}

/** Swaps the first axis and the direction of `normal`, up to signs chosen so that the reflection is Haar. */
function reflect(normal: usize, values: usize, length: usize): void {
  const even = length & ~1;
  let squares = f64x2.splat(0);
  let products = f64x2.splat(0);
  for (let i: usize = 0; i < even; i += 2) {
    const n = f64x2.promote_low_f32x4(v128.load64_zero(normal + (i << 2)));
    squares = f64x2.add(squares, f64x2.mul(n, n));
    products = f64x2.add(products, f64x2.mul(n, v128.load(values + (i << 3))));
  }
  let square = f64x2.extract_lane(squares, 0) + f64x2.extract_lane(squares, 1);
  let product = f64x2.extract_lane(products, 0) + f64x2.extract_lane(products, 1);
  if (even < length) {
    const n = load<f32>(normal + (even << 2)) as f64;
    square += n * n;
    product += n * load<f64>(values + (even << 3));
  }
  const first = load<f32>(normal) as f64;
  const sign: f64 = first < 0 ? -1 : 1;
  // The sign that adds up: the other would cancel digits.
  const moved = (first + sign * Math.sqrt(square)) as f32;
  store<f32>(normal, moved);
  product += load<f64>(values) * ((moved as f64) - first);
  const scale = (2 * product) / (square - first * first + (moved as f64) * (moved as f64));
  const scales = f64x2.splat(sign * scale);
  const signs = f64x2.splat(-sign);
  for (let i: usize = 0; i < even; i += 2) {
    const n = f64x2.promote_low_f32x4(v128.load64_zero(normal + (i << 2)));
    const at = values + (i << 3);
    v128.store(at, f64x2.add(f64x2.mul(signs, v128.load(at)), f64x2.mul(scales, n)));
  }
  if (even < length) {
    const at = values + (even << 3);
    store<f64>(at, sign * (scale * (load<f32>(normal + (even << 2)) as f64) - load<f64>(at)));
  }
}

/** `√(−2 ln u)` for u = (word + 1) / 2^32, in (0, 1]: the logarithm of zero is none. */
function radiusOf(words: v128): v128 {
  const value = f32x4.add(f32x4.convert_i32x4_u(words), f32x4.splat(1));
  // value = mantissa · 2^exponent with the mantissa in [√½, √2), where the logarithm's polynomial holds.
  const shifted = i32x4.sub(value, i32x4.splat(0x3f3504f3)); // the bits of √½
  const exponent = i32x4.shr_s(shifted, 23);
  const mantissa = i32x4.sub(value, i32x4.shl(exponent, 23));
  const x = f32x4.sub(mantissa, f32x4.splat(1));
  const e = f32x4.convert_i32x4_s(i32x4.sub(exponent, i32x4.splat(32)));
  const byExponent = f32x4.add(logOfOnePlus(x), f32x4.mul(e, f32x4.splat(0.6931471805599453)));
  // Near 1 a float has no room for what is missing to 1, which is all that counts there: it is taken as it is.
  const missing = f32x4.mul(f32x4.convert_i32x4_u(v128.not(words)), f32x4.splat(2.3283064365386963e-10)); // 2^-32
  const nearOne = v128.not(i32x4.lt_u(words, i32x4.splat(0xc0000000)));
  const log = v128.bitselect(logOfOnePlus(f32x4.neg(missing)), byExponent, nearOne);
  return f32x4.sqrt(f32x4.max(f32x4.mul(log, f32x4.splat(-2)), f32x4.splat(0)));
}

/** For |x| < 0.42. Coefficients of this and the next two: S. L. Moshier, Cephes Mathematical Library, logf, sinf, cosf. */
function logOfOnePlus(x: v128): v128 {
  const z = f32x4.mul(x, x);
  let p = f32x4.splat(7.0376836292e-2);
  p = horner(p, x, -1.151461031e-1);
  p = horner(p, x, 1.167699874e-1);
  p = horner(p, x, -1.2420140846e-1);
  p = horner(p, x, 1.4249322787e-1);
  p = horner(p, x, -1.6668057665e-1);
  p = horner(p, x, 2.0000714765e-1);
  p = horner(p, x, -2.4999993993e-1);
  p = horner(p, x, 3.3333331174e-1);
  p = f32x4.mul(f32x4.mul(p, x), z);
  return f32x4.add(x, f32x4.sub(p, f32x4.mul(z, f32x4.splat(0.5))));
}

/** For |x| ≤ π/4. */
function sineOf(x: v128): v128 {
  const z = f32x4.mul(x, x);
  let p = f32x4.splat(-1.9515295891e-4);
  p = horner(p, z, 8.3321608736e-3);
  p = horner(p, z, -1.6666654611e-1);
  return f32x4.add(x, f32x4.mul(f32x4.mul(p, z), x));
}

/** For |x| ≤ π/4. */
function cosineOf(x: v128): v128 {
  const z = f32x4.mul(x, x);
  let p = f32x4.splat(2.443315711809948e-5);
  p = horner(p, z, -1.388731625493765e-3);
  p = horner(p, z, 4.166664568298827e-2);
  p = f32x4.mul(f32x4.mul(p, z), z);
  return f32x4.add(f32x4.sub(p, f32x4.mul(z, f32x4.splat(0.5))), f32x4.splat(1));
}

function horner(p: v128, x: v128, next: f32): v128 {
  return f32x4.add(f32x4.mul(p, x), f32x4.splat(next));
}
