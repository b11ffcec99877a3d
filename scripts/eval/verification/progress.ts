/** A line on a terminal that is written over; nothing where the output is a file or a pipe. */
export function progressTo(terminal: NodeJS.WriteStream, total: number): (done: number) => void {
  if (!terminal.isTTY) return () => undefined;
  return (done) => {
    if (done % 50 === 0 || done === total) terminal.write(`\r${done} of ${total} images${done === total ? '\n' : ''}`);
  };
}
