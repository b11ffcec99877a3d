export interface UploadAnswer {
  readonly status: number;
  readonly body: { readonly code?: string; readonly details?: Readonly<Record<string, unknown>>; readonly id?: string };
}

/** The parts in the order given: a Buffer is a frame, a string the field `capturedAt`. */
export async function upload(url: string, ticket: string, parts: readonly (Buffer | string)[]): Promise<UploadAnswer> {
  const form = new FormData();
  parts.forEach((part, index) => {
    if (typeof part === 'string') form.append('capturedAt', part);
    else form.append('frame', new Blob([new Uint8Array(part)]), `frame-${index}.jpg`);
  });
  return postCapture(url, ticket, form);
}

export async function postCapture(url: string, ticket: string, body: FormData | string): Promise<UploadAnswer> {
  const response = await fetch(`${url}/captures`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ticket}` },
    body,
  });
  return { status: response.status, body: (await response.json()) as UploadAnswer['body'] };
}
