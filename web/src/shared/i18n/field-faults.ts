import { type i18n } from 'i18next';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What can be wrong with a field; each has a text: `common:field.NAME`. */
const FAULTS = ['valueMissing', 'typeMismatch', 'rangeUnderflow', 'rangeOverflow', 'badInput'] as const;

const isField = (element: unknown): element is Field =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;

const forget = (element: unknown): void => {
  if (isField(element)) element.setCustomValidity('');
};

/**
 * A browser says in its own language, which need not be the page's, that a field is missing: here it says so in ours. It still
 * does all else, such as leading to the field.
 */
export function sayFieldFaults({ t }: Pick<i18n, 't'>): void {
  addEventListener(
    'invalid',
    ({ target }) => {
      if (!isField(target)) return;
      target.setCustomValidity('');
      const fault = FAULTS.find((one) => target.validity[one]);
      if (fault !== undefined) target.setCustomValidity(t(`common:field.${fault}`));
    },
    true,
  );
  addEventListener('input', ({ target }) => forget(target), true);
  // What is ours to say stays until it is taken back, also where a script has filled the field since.
  addEventListener(
    'click',
    ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      for (const element of button?.form?.elements ?? []) forget(element);
    },
    true,
  );
}
