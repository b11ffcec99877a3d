/** Lets the browser save something that is in memory. */
export function offerDownload(content: Blob, fileName: string): void {
  const url = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName });
  link.click();
  // Browsers have begun to save it by then; sooner some save nothing.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
