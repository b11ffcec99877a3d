// AssemblyScript: TypeScript's syntax for WebAssembly, compiled by scripts/build.ts. It knows addresses and vectors of
// four 32-bit floats, and no objects; ../warp.ts lays out the memory and is the only caller.

/** First address that the caller may use. */
export function free(): usize {
  return __heap_base;
}

/**
 * Bilinear samples of a picture along a turned grid: the one in column i of row j lies at (a·i − b·j + tx, b·i + a·j + ty).
 * All is black beyond the picture. Reads one byte beyond its last pixel.
 * @param source interleaved RGB, bytes, row after row
 * @param out interleaved RGB, 32-bit floats, `stride` bytes from row to row
 */
export function warp(
  source: usize,
  width: i32,
  height: i32,
  a: f64,
  b: f64,
  tx: f64,
  ty: f64,
  columns: i32,
  rows: i32,
  out: usize,
  stride: usize,
): void {
  const line = (width as usize) * 3;
  const lastLeft = (width - 1) as f64;
  const lastTop = (height - 1) as f64;
  for (let j = 0; j < rows; j++) {
    let at = out + (j as usize) * stride;
    for (let i = 0; i < columns; i++, at += 12) {
      const x = a * (i as f64) - b * (j as f64) + tx;
      const y = b * (i as f64) + a * (j as f64) + ty;
      let pixel: v128;
      if (x >= 0 && y >= 0 && x < lastLeft && y < lastTop) {
        const left = x as i32;
        const top = y as i32;
        const right = (x - (left as f64)) as f32;
        const below = (y - (top as f64)) as f32;
        const from = source + (top as usize) * line + (left as usize) * 3;
        const upper = between(from, right);
        pixel = f32x4.add(upper, f32x4.mul(f32x4.splat(below), f32x4.sub(between(from + line, right), upper)));
      } else pixel = atTheEdge(source, width, height, x, y);
      v128.store64_lane(at, pixel, 0);
      v128.store_lane<f32>(at, pixel, 2, 8);
    }
  }
}

/** Between a pixel and the one right of it. */
function between(from: usize, share: f32): v128 {
  const first = colours(from);
  return f32x4.add(first, f32x4.mul(f32x4.splat(share), f32x4.sub(colours(from + 3), first)));
}

function colours(from: usize): v128 {
  return f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(from))));
}

/** Where one or more of the four pixels lie beyond the picture. */
function atTheEdge(source: usize, width: i32, height: i32, x: f64, y: f64): v128 {
  let sum = f32x4.splat(0);
  if (x <= -1 || y <= -1 || x >= (width as f64) || y >= (height as f64)) return sum;
  const left = Math.floor(x) as i32;
  const top = Math.floor(y) as i32;
  for (let corner = 0; corner < 4; corner++) {
    const px = left + (corner & 1);
    const py = top + (corner >> 1);
    if (px < 0 || py < 0 || px >= width || py >= height) continue;
    const weight = (1 - Math.abs(x - (px as f64))) * (1 - Math.abs(y - (py as f64)));
    const from = source + ((py as usize) * (width as usize) + (px as usize)) * 3;
    sum = f32x4.add(sum, f32x4.mul(f32x4.splat(weight as f32), colours(from)));
  }
  return sum;
}
