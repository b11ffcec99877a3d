/** Asks for one of the person's passkeys. @param options the server's, as JSON @returns undefined when the person gave none */
export async function answerWithPasskey(options: string): Promise<string | undefined> {
  try {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
      JSON.parse(options) as PublicKeyCredentialRequestOptionsJSON,
    );
    return asJson(await navigator.credentials.get({ publicKey }));
  } catch {
    return undefined;
  }
}

/** Makes a passkey. @param options the server's, as JSON @returns undefined when the person made none */
export async function makePasskey(options: string): Promise<string | undefined> {
  try {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
      JSON.parse(options) as PublicKeyCredentialCreationOptionsJSON,
    );
    return asJson(await navigator.credentials.create({ publicKey }));
  } catch {
    return undefined;
  }
}

const asJson = (credential: Credential | null): string | undefined =>
  credential instanceof PublicKeyCredential ? JSON.stringify(credential.toJSON()) : undefined;
