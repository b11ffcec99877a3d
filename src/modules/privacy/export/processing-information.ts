import { Language } from '../language.js';

/** What GDPR 15(1) (a) to (h) and 15(2) give a right to hear, for what Presente itself does. */
export interface ProcessingInformation {
  readonly purposes: readonly string[];
  readonly legalBasis: readonly string[];
  readonly categories: readonly string[];
  readonly recipients: readonly string[];
  readonly transfers: string;
  readonly source: string;
  readonly rights: readonly string[];
  readonly automatedDecisions: string;
  /** What is held and not in here as such, and why. */
  readonly withheld: readonly string[];
}

export const PROCESSING_INFORMATION: Readonly<Record<Language, ProcessingInformation>> = {
  [Language.ES]: {
    purposes: [
      'Comprobar en puertas y exámenes que quien muestra una credencial es la persona a quien se expidió.',
      'Poder rendir cuentas de quién hizo qué con estos datos, y descubrir abusos.',
    ],
    legalBasis: [
      'Rostro (plantilla, comparaciones): consentimiento explícito, que se puede retirar cuando se quiera (RGPD 6.1.a y 9.2.a). Hay otra forma de identificarse, sin ninguna desventaja.',
      'Nombre, identificador, credenciales y validaciones: la tarea de la institución de saber quién entra y quién se examina (RGPD 6.1.e, o 6.1.f si es privada).',
      'Registro de actividad: responsabilidad proactiva y seguridad (RGPD 5.2 y 32).',
    ],
    categories: [
      'Identidad: nombre, identificador de la institución, si es estudiante o personal.',
      'Datos biométricos: una plantilla del rostro, cifrada; de las fotos no queda ninguna.',
      'Consentimientos, con quien los dio por la persona y su justificante; inscripciones, credenciales y validaciones.',
      'Actividad: quién, en qué función, hizo qué con estos datos y cuándo.',
    ],
    recipients: [
      'Personal de la institución según su función: registro, operación en los puntos de control, administración y auditoría.',
      'Quien aloje los servidores por encargo de la institución, que no tiene las claves si la institución las guarda aparte.',
      'Nadie más: no se venden ni se ceden.',
    ],
    transfers: 'Presente no envía datos fuera de los servidores de la institución ni a terceros países.',
    source: 'La persona misma, quien consiente por ella y el registro de la institución.',
    rights: [
      'Rectificar lo que no sea exacto (RGPD 16), suprimirlo (17), limitar su uso (18), llevárselo (20) y oponerse (21): pedirlo al registro o al delegado de protección de datos.',
      'Retirar el consentimiento: la plantilla y su clave se destruyen en el acto.',
      'Reclamar ante la autoridad de control, en España la Agencia Española de Protección de Datos (www.aepd.es).',
    ],
    automatedDecisions:
      'Cada validación se decide sola: se mide el parecido entre el rostro ante la cámara y la plantilla, y se acepta si alcanza un umbral fijado para que quien no es la persona lo alcance menos de lo que el punto de control permite. No hay perfilado. Si la respuesta es no o no hay respuesta, una persona puede comprobar la identidad de otra forma.',
    withheld: [
      'La plantilla misma: son números que solo sirven dentro de este sistema y para suplantar a su dueño fuera de él. Se dice que existe, de qué modelo y desde cuándo (RGPD 15.4 y 32).',
      'Los decimales de las puntuaciones: con ellos se puede construir, intento a intento, una imagen que engañe al sistema. Se da la puntuación redondeada y el umbral (RGPD 15.4 y 32).',
      'Los nombres de quienes trabajaron con los datos: se da su función (TJUE, C-579/21). En el registro, los detalles técnicos de cada apunte.',
    ],
  },
  [Language.EN]: {
    purposes: [
      'To check at doors and exams that whoever shows a credential is the person it was issued to.',
      'To account for who did what with these data, and to find abuse.',
    ],
    legalBasis: [
      'Face (template, comparisons): explicit consent, which can be withdrawn at any time (GDPR 6(1)(a) and 9(2)(a)). There is another way to identify oneself, at no disadvantage.',
      "Name, id, credentials and validations: the institution's task of knowing who enters and who sits an exam (GDPR 6(1)(e), or 6(1)(f) if it is private).",
      'Record of activity: accountability and security (GDPR 5(2) and 32).',
    ],
    categories: [
      "Identity: name, the institution's id, whether student or staff.",
      'Biometric data: one template of the face, encrypted; no photo is left.',
      'Consents, with who gave them for the person and what shows it; enrolments, credentials and validations.',
      'Activity: in which role somebody did what with these data, and when.',
    ],
    recipients: [
      'Staff of the institution by their role: registry, operation of checkpoints, administration and audit.',
      'Whoever hosts the servers on behalf of the institution, without the keys where the institution keeps them apart.',
      'Nobody else: nothing is sold or passed on.',
    ],
    transfers: "Presente sends no data outside the institution's servers or to third countries.",
    source: "The person themself, who consents for them, and the institution's registry.",
    rights: [
      'To have what is not accurate rectified (GDPR 16), to have it erased (17), its use restricted (18), to take it along (20) and to object (21): ask the registry or the data-protection officer.',
      'To withdraw consent: the template and its key are destroyed at once.',
      'To complain to the supervisory authority, in Spain the Agencia Española de Protección de Datos (www.aepd.es).',
    ],
    automatedDecisions:
      'Each validation is decided by itself: how alike the face before the camera and the template are is measured, and accepted when it reaches a threshold, set so that somebody else reaches it less often than the checkpoint allows. There is no profiling. When the answer is no, or there is none, a human can check the identity in another way.',
    withheld: [
      'The template itself: numbers that are of use only inside this system, and for posing as their owner outside. That it exists, of which model and since when is said (GDPR 15(4) and 32).',
      'The decimals of scores: with them an image that deceives the system can be built, attempt by attempt. The rounded score and the threshold are given (GDPR 15(4) and 32).',
      'The names of those who worked with the data: their role is given (CJEU, C-579/21). Of the record, the technical details of each entry.',
    ],
  },
};
