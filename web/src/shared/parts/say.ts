import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

const closeButton = () => ({ closeButtonProps: { 'aria-label': i18next.t('close') } });

/** Says in a corner that something was done. */
export const sayDone = (message: string): void => {
  notifications.show({ message, color: 'teal', role: 'status', ...closeButton() });
};

/** Says in a corner why something was not done. */
export const sayRefused = (message: string): void => {
  notifications.show({ message, color: 'red', role: 'alert', autoClose: 10_000, ...closeButton() });
};
