import { notifications } from '@mantine/notifications';

/** Says in a corner that something was done. */
export const sayDone = (message: string): void => {
  notifications.show({ message, color: 'teal', role: 'status' });
};

/** Says in a corner why something was not done. */
export const sayRefused = (message: string): void => {
  notifications.show({ message, color: 'red', role: 'alert', autoClose: 10_000 });
};
