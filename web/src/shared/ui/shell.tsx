import { ActionIcon, AppShell, Box, Burger, Group, Menu, NavLink, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { CircleUser, LogOut, type LucideIcon } from 'lucide-react';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useSession, useUser } from '../session/session-context';
import { Brand } from './brand';
import { LanguageSwitch } from './language-switch';
import { SchemeSwitch } from './scheme-switch';

export interface Place {
  /** Within the surface, such as `/devices`. */
  readonly path: string;
  readonly label: string;
  readonly icon: LucideIcon;
}

interface Props {
  /** What the surface leads to; without any there is no column for them. */
  readonly places?: readonly Place[];
  readonly children: ReactNode;
}

/** What stands around every page of who works here: where they are, who they are, language and light. */
export function Shell({ places = [], children }: Props) {
  const { t } = useTranslation();
  const [isOpen, { toggle, close }] = useDisclosure();
  const [location] = useLocation();
  const hasPlaces = places.length > 0;
  return (
    <AppShell
      header={{ height: 60 }}
      padding="md"
      {...(hasPlaces && { navbar: { width: 240, breakpoint: 'sm', collapsed: { mobile: !isOpen } } })}
    >
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group wrap="nowrap">
            {hasPlaces && <Burger opened={isOpen} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t('menu')} />}
            {/* On a phone there is no room for it beside the rest. */}
            <Box visibleFrom="xs">
              <Brand />
            </Box>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <LanguageSwitch />
            <SchemeSwitch />
            <UserMenu />
          </Group>
        </Group>
      </AppShell.Header>
      {hasPlaces && (
        <AppShell.Navbar p="xs" aria-label={t('menu')}>
          {places.map(({ path, label, icon: Icon }) => (
            <NavLink
              key={path}
              component={Link}
              href={path}
              label={label}
              leftSection={<Icon size={18} aria-hidden />}
              active={path === '/' ? location === '/' : location.startsWith(path)}
              onClick={close}
            />
          ))}
        </AppShell.Navbar>
      )}
      <AppShell.Main>{children}</AppShell.Main>
    </AppShell>
  );
}

function UserMenu() {
  const { t } = useTranslation();
  const session = useSession();
  const user = useUser();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={user.displayName} title={user.displayName}>
          <CircleUser size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm">{user.displayName}</Text>
          <Text size="xs">{user.email}</Text>
        </Menu.Label>
        <Menu.Item component="a" href="/admin/account" leftSection={<CircleUser size={16} aria-hidden />}>
          {t('account')}
        </Menu.Item>
        <Menu.Item leftSection={<LogOut size={16} aria-hidden />} onClick={() => void session.signOut()}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
