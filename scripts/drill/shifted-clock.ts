/**
 * Loaded into a process of a drill before its program (`--import`): SIGUSR2 shifts its clock, and another one shifts it back.
 * Timers go on as they are, as they do when somebody sets a clock.
 */
const shift = Number(process.env['DRILL_CLOCK_SHIFT_MS'] ?? 0);
const Real = Date;
let ahead = 0;

class ShiftedDate extends Real {
  constructor(...parameters: readonly unknown[]) {
    super(...((parameters.length === 0 ? [ShiftedDate.now()] : parameters) as [number]));
  }

  static override now(): number {
    return Real.now() + ahead;
  }
}

globalThis.Date = ShiftedDate as DateConstructor;
process.on('SIGUSR2', () => {
  ahead = ahead === 0 ? shift : 0;
});
