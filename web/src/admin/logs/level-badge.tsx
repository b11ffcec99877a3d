import { Badge, type MantineColor } from '@mantine/core';
import { Bug, CircleX, Info, type LucideIcon, Search, Skull, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type LogLevel } from '../graphql/graphql';

const LOOKS: Readonly<Record<LogLevel, readonly [MantineColor, LucideIcon]>> = {
  TRACE: ['gray', Search],
  DEBUG: ['gray', Bug],
  INFO: ['blue', Info],
  WARN: ['yellow', TriangleAlert],
  ERROR: ['red', CircleX],
  FATAL: ['grape', Skull],
};

/** A level by its colour, its shape and its name. */
export function LevelBadge({ level }: { readonly level: LogLevel }) {
  const { t } = useTranslation('admin');
  const [color, Icon] = LOOKS[level];
  return (
    <Badge color={color} leftSection={<Icon size={12} aria-hidden />}>
      {t(`logs.levels.${level}`)}
    </Badge>
  );
}
