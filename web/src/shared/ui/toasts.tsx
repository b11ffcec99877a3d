import { Notifications } from '@mantine/notifications';
import { useMediaQuery } from '@mantine/hooks';

/** On a phone the buttons of a form are at the bottom, so what came of pressing one is said at the top. */
const PHONE = '(max-width: 36em)';

/** Where sentences about what was done appear. */
export function Toasts() {
  const isPhone = useMediaQuery(PHONE);
  return <Notifications position={isPhone ? 'top-center' : 'bottom-right'} />;
}
