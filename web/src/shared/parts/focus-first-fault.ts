import { type FormErrors, type UseFormReturnType } from '@mantine/form';

/** Leads to the first field that is wrong, where a form says by itself what is. */
export const focusFirstFault =
  <Values>(form: Pick<UseFormReturnType<Values>, 'getInputNode'>) =>
  (faults: FormErrors): void => {
    const [first] = Object.keys(faults);
    if (first === undefined) return;
    const node = form.getInputNode(first);
    const field = node?.matches('input, textarea, select') === true ? node : node?.querySelector<HTMLElement>('input');
    field?.focus();
  };
