import {
  Activity,
  ChartColumn,
  CircleUser,
  DoorOpen,
  type LucideIcon,
  ScrollText,
  ServerCog,
  ShieldCheck,
  TabletSmartphone,
  TextSearch,
  Users,
  Zap,
} from 'lucide-react';
import { type ComponentType } from 'react';
import { type Ability } from './abilities';
import { lazily } from '../shared/ui/lazily';

export interface AdminPlace {
  /** Within `/admin`; the text `places.NAME` is its label. */
  readonly name:
    | 'live'
    | 'statistics'
    | 'checkpoints'
    | 'devices'
    | 'users'
    | 'audit'
    | 'privacy'
    | 'system'
    | 'logs'
    | 'drills'
    | 'account';
  readonly icon: LucideIcon;
  /** Any of these leads there. */
  readonly abilities: readonly Ability[];
  readonly page: ComponentType;
}

/** In the order of the menu; the first that somebody may see is where they arrive. */
export const PLACES: readonly AdminPlace[] = [
  {
    name: 'live',
    icon: Activity,
    abilities: ['validations'],
    page: lazily(async () => (await import('./live/live-page')).LivePage),
  },
  {
    name: 'statistics',
    icon: ChartColumn,
    abilities: ['statistics'],
    page: lazily(async () => (await import('./statistics/statistics-page')).StatisticsPage),
  },
  {
    name: 'checkpoints',
    icon: DoorOpen,
    abilities: ['checkpoints'],
    page: lazily(async () => (await import('./checkpoints/checkpoints-page')).CheckpointsPage),
  },
  {
    name: 'devices',
    icon: TabletSmartphone,
    abilities: ['devices'],
    page: lazily(async () => (await import('./devices/devices-page')).DevicesPage),
  },
  {
    name: 'users',
    icon: Users,
    abilities: ['users'],
    page: lazily(async () => (await import('./users/users-page')).UsersPage),
  },
  {
    name: 'audit',
    icon: ScrollText,
    abilities: ['audit'],
    page: lazily(async () => (await import('./audit/audit-page')).AuditPage),
  },
  {
    name: 'privacy',
    icon: ShieldCheck,
    abilities: ['retention', 'receipts'],
    page: lazily(async () => (await import('./privacy/privacy-page')).PrivacyPage),
  },
  {
    name: 'system',
    icon: ServerCog,
    abilities: ['system'],
    page: lazily(async () => (await import('./system/system-page')).SystemPage),
  },
  {
    name: 'logs',
    icon: TextSearch,
    abilities: ['logs'],
    page: lazily(async () => (await import('./logs/logs-page')).LogsPage),
  },
  {
    name: 'drills',
    icon: Zap,
    abilities: ['drills'],
    page: lazily(async () => (await import('./drills/drills-page')).DrillsPage),
  },
  {
    name: 'account',
    icon: CircleUser,
    abilities: ['account'],
    page: lazily(async () => (await import('./account/account-page')).AccountPage),
  },
];
