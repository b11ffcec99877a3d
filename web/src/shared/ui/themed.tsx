import '@mantine/core/styles.css';
import {
  createTheme,
  type CSSVariablesResolver,
  darken,
  MantineProvider,
  mergeThemeOverrides,
  type MantineThemeColors,
} from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CrashScreen } from './crash-screen';

const HEADING = { fontWeight: 700, lineHeight: 1.35 };

const theme = createTheme({
  primaryColor: 'cyan',
  primaryShade: 9,
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // By name alone: whoever imports a component here has it on every page.
  components: {
    // Filled ones have white on colours that are too light for it.
    Badge: { defaultProps: { variant: 'light' } },
    // They are `header`s, and a page has one banner.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    // As thin and close as the text below it otherwise.
    Modal: { styles: { title: HEADING } },
    Drawer: { styles: { title: HEADING } },
  },
});

/** Coloured words on a tint of their colour: its darkest shade reaches 3.9 there. */
const onTints = (colors: MantineThemeColors): Record<string, string> =>
  Object.fromEntries(
    Object.entries(colors).map(([name, shades]) => [`--mantine-color-${name}-light-color`, darken(shades[9], 0.35)]),
  );

/** A button is lighter under the pointer, as Mantine has it: white has 4.3 there. */
const underThePointer = ({ cyan }: MantineThemeColors): Record<string, string> => ({
  '--mantine-color-cyan-filled-hover': darken(cyan[9], 0.15),
});

/** Mantine's own grey of lesser text has a contrast of 3.3 on white, and its red of faults one of 2.8; WCAG 2.2 (1.4.3) asks for 4.5. */
const readable: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    ...onTints(colors),
    '--mantine-color-dimmed': colors.gray[7],
    '--mantine-color-placeholder': colors.gray[7],
    '--mantine-color-error': colors.red[9],
    ...underThePointer(colors),
  },
  dark: {
    '--mantine-color-dimmed': colors.dark[1],
    '--mantine-color-placeholder': colors.dark[2],
    '--mantine-color-error': colors.red[4],
    ...underThePointer(colors),
  },
});

/** How every page looks, in light and in dark, and what stands where one has crashed. */
export function Themed({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const close = t('close');
  const named = useMemo(() => mergeThemeOverrides(theme, withNamedClose(close)), [close]);
  return (
    <MantineProvider theme={named} cssVariablesResolver={readable} defaultColorScheme="auto">
      <CrashScreen>{children}</CrashScreen>
    </MantineProvider>
  );
}

/** What closes something is a cross alone: a screen reader would say "button". */
const withNamedClose = (name: string) =>
  createTheme({ components: { Notification: { defaultProps: { closeButtonProps: { 'aria-label': name } } } } });
