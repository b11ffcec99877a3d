import { type pass as es } from './texts.es';

export const pass: typeof es = {
  title: 'My pass',
  menu: 'Parts of the page',
  places: { pass: 'Pass', data: 'My data' },
  welcome: {
    never: {
      title: 'Open your pass',
      body: 'Follow the link of your invitation, or type its code here. If you have none, or used it on another phone, ask the registrar’s office for another one.',
    },
    over: {
      title: 'Your session has ended',
      body: 'It was long ago, the registrar closed it, or your data were erased. To open it again, ask the registrar’s office for another invitation.',
    },
    left: {
      title: 'You have closed the session',
      body: 'Nothing of yours is left on this phone. To open it again, ask the registrar’s office for another invitation.',
    },
    refused: {
      title: 'This invitation is not good any more',
      body: 'Each one works once, and for two days. Ask the registrar’s office for another one.',
    },
    code: 'Code of the invitation',
    codeHelp: '24 letters and digits; you may also paste the whole link.',
    submit: 'Open',
  },
  kind: { STUDENT: 'Student', STAFF: 'Staff' },
  code: {
    label: 'QR code of your pass',
    ready: 'Your pass is on the screen and changes by itself.',
    waiting: 'Preparing your pass…',
    renew: 'Another code',
    next: 'It changes by itself.',
    bright: 'If the reader does not see it, make the screen brighter.',
    stuck: 'No connection to the server: this code is good until the circle closes; after that it is not shown.',
    covered: {
      title: 'No connection to the server',
      body: 'The pass can’t be renewed, and the last one is over. It comes back by itself with the connection.',
    },
    none: {
      title: 'Your pass is not active',
      body: 'It was revoked or has expired. Ask the registrar’s office for another invitation.',
    },
  },
  standing: {
    good: 'All is well',
    seeBelow: 'See below',
    noConsent: {
      title: 'No consent',
      body: 'Your face is not compared. With this pass and your PIN the staff lets you in; consent is given at the registrar’s office.',
    },
    noFace: {
      title: 'We don’t have your photos yet',
      body: 'Enrol at the registrar’s office. Until then the staff lets you in with this pass and your PIN.',
    },
    WAITING: {
      title: 'Wait a little',
      body: 'Your face did not match several times in a row. You may try again at about {{time}}, or tell the staff.',
    },
    LOCKED: {
      title: 'Validation is locked',
      body: 'Your face did not match too many times. Tell the staff: you may enter with this pass and your PIN.',
    },
  },
  install: {
    title: 'Put the pass on your home screen',
    body: 'It opens faster, and on the whole screen.',
    ios: 'In Safari, tap Share and “Add to Home Screen”. If it asks you for a code there, ask for another invitation.',
    do: 'Install',
    dismiss: 'Not now',
  },
  data: {
    about: 'What the institution holds about you, and what you can do about it.',
    held: {
      title: 'What is held',
      name: 'Name',
      kind: 'Kind',
      face: 'Template of your face',
      faceSince: 'Encrypted, since {{date}}. The photos were deleted.',
      faceNone: 'None',
      pin: 'PIN',
      pinSince: 'Set on {{date}}',
      pinNone: 'None',
      credentials: 'Credentials',
      credential: { CARD: 'Card, until {{date}}', PASS: 'Pass, until {{date}}' },
      credentialNone: 'None',
      more: 'Your validations and everything else are in the download.',
    },
    consent: {
      title: 'Consent',
      by: {
        PERSON: 'You gave it on {{date}} (text {{version}}).',
        GUARDIAN: 'Who acts for you gave it on {{date}} (text {{version}}).',
        named: '{{name}} ({{relation}}) gave it on {{date}} (text {{version}}).',
      },
      reference: 'Evidence: {{reference}}',
      text: 'What it says',
      none: 'There is no consent: your face is neither kept nor compared. It is given at the registrar’s office.',
      withdraw: 'Withdraw the consent',
      ask: {
        title: 'Withdraw the consent?',
        body: 'The template of your face is deleted right now and for good. Doors won’t know you any more: you enter with your pass or card, your PIN and the staff, at no disadvantage. To use your face again you would consent and enrol anew at the registrar’s office.',
        yes: 'Yes, withdraw it',
      },
      done: 'The consent is withdrawn and the template deleted.',
    },
    export: {
      title: 'Download my data',
      body: 'A JSON file with all that is held about you. Keep it in a safe place.',
      do: 'Download',
      done: 'Downloaded: {{file}}',
      throttled:
        'You have downloaded your data several times today. You can again in {{hours}} h, or ask the registrar’s office.',
    },
    pin: {
      title: { change: 'Change the PIN', set: 'Set a PIN' },
      current: 'PIN so far',
      next: 'New PIN',
      help: '6 to 12 digits.',
      show: 'Show the PIN',
      submit: 'Save the PIN',
      done: 'Your new PIN is good from now on.',
      form: 'Type 6 to 12 digits.',
      WRONG: 'That is not your PIN. If you don’t remember it, set a new one at the registrar’s office.',
      LOCKED: 'Too many tries. Wait a while, or set a new one at the registrar’s office.',
      weak: {
        REPEATED: 'The digits repeat.',
        SEQUENCE: 'The digits count up or down.',
        COMMON: 'It is among the first that anybody tries.',
        EXTERNAL_ID: 'It is in your number at the institution.',
      },
    },
    leave: {
      title: 'Close the session on this phone',
      body: 'The pass is not shown here any more. To open it again you will need another invitation.',
      do: 'Close the session',
      ask: 'Close the session?',
      yes: 'Yes, close it',
    },
  },
};
