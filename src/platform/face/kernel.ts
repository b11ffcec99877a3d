import { readFileSync } from 'node:fs';

/** Of WebAssembly's memory. */
const PAGE = 1 << 16;

interface Exports {
  readonly memory: WebAssembly.Memory;
  /** First address that the caller may use. */
  free(): number;
}

/** A program of assembly/, compiled by scripts/build.ts, in an instance of its own with its memory. */
export class Kernel<Functions> {
  readonly run: Functions;
  private readonly exports: Exports;

  /** @param name of the file in assembly/, without an ending */
  constructor(name: string) {
    const bytes = readFileSync(new URL(`./assembly/${name}.wasm`, import.meta.url));
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
    this.exports = exports as Exports;
    this.run = exports as Functions;
  }

  get free(): number {
    return this.exports.free();
  }

  /** Of now: another one after each `growTo`. */
  get memory(): ArrayBuffer {
    return this.exports.memory.buffer;
  }

  growTo(bytes: number): void {
    const missing = bytes - this.memory.byteLength;
    if (missing > 0) this.exports.memory.grow(Math.ceil(missing / PAGE));
  }
}
