import '@mantine/core/styles.css';
import { createTheme, type CSSVariablesResolver, MantineProvider } from '@mantine/core';
import { type ReactNode } from 'react';
import { CrashScreen } from './crash-screen';

const theme = createTheme({
  primaryColor: 'cyan',
  primaryShade: { light: 9, dark: 7 },
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** Mantine's own grey of lesser text has a contrast of 3.3 on white; WCAG 2.2 (1.4.3) asks for 4.5. */
const readable: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: { '--mantine-color-dimmed': colors.gray[7], '--mantine-color-placeholder': colors.gray[7] },
  dark: { '--mantine-color-dimmed': colors.dark[1], '--mantine-color-placeholder': colors.dark[2] },
});

/** How every page looks, in light and in dark, and what stands where one has crashed. */
export const Themed = ({ children }: { readonly children: ReactNode }) => (
  <MantineProvider theme={theme} cssVariablesResolver={readable} defaultColorScheme="auto">
    <CrashScreen>{children}</CrashScreen>
  </MantineProvider>
);
