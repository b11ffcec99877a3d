import { ActionIcon, Badge, Button, Card, Group, Menu, Stack, Text, Title } from '@mantine/core';
import { EllipsisVertical, Plus, Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUser } from '../../shared/session/session-context';
import { EmptyState } from '../../shared/ui/empty-state';
import { useMay } from '../abilities';
import { type UserFieldsFragment, type UsersQuery } from '../graphql/graphql';
import { ListFrame } from '../../shared/parts/list-frame';
import { Page } from '../../shared/parts/page';
import { usePagedList } from '../../shared/parts/use-paged-list';
import { CreateUser } from './create-user';
import { USERS } from './documents';
import { EditRoles } from './edit-roles';
import { useUserActions } from './use-user-actions';

const pageOf = ({ users }: UsersQuery) => users;

/** Who signs in, and what each may do. */
export function UsersPage() {
  const { t } = useTranslation('admin');
  const may = useMay();
  const list = usePagedList(USERS, {}, pageOf);
  const [isCreating, setCreating] = useState(false);
  const [edited, setEdited] = useState<UserFieldsFragment>();
  const put = (user: UserFieldsFragment): void => {
    list.put([user]);
  };
  return (
    <Page
      title={t('places.users')}
      about={t('users.about')}
      actions={
        may('manageUsers') && (
          <Button
            leftSection={<Plus size={16} aria-hidden />}
            onClick={() => {
              setCreating(true);
            }}
          >
            {t('users.create')}
          </Button>
        )
      }
    >
      <ListFrame list={list} empty={<EmptyState icon={Users} title={t('users.empty')} />}>
        <Stack gap="xs">
          {list.nodes.map((user) => (
            <UserCard key={user.id} user={user} onChanged={put} onEdit={setEdited} />
          ))}
        </Stack>
      </ListFrame>
      {isCreating && (
        <CreateUser
          onCreated={put}
          onClose={() => {
            setCreating(false);
          }}
        />
      )}
      {edited !== undefined && (
        <EditRoles
          user={edited}
          onChanged={put}
          onClose={() => {
            setEdited(undefined);
          }}
        />
      )}
    </Page>
  );
}

interface CardProps {
  readonly user: UserFieldsFragment;
  readonly onChanged: (user: UserFieldsFragment) => void;
  readonly onEdit: (user: UserFieldsFragment) => void;
}

function UserCard({ user, onChanged, onEdit }: CardProps) {
  const { t } = useTranslation('admin');
  const may = useMay();
  const me = useUser();
  const { displayName, email, roles, disabledAt } = user;
  const isMe = user.id === me.id;
  return (
    <Card withBorder component="article" aria-label={displayName} padding="sm">
      <Group justify="space-between" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Group gap="xs">
            <Title order={2} size="h6" style={{ overflowWrap: 'anywhere' }}>
              {displayName}
            </Title>
            {isMe && <Badge color="blue">{t('users.you')}</Badge>}
            {disabledAt !== null && <Badge color="red">{t('users.disabled')}</Badge>}
          </Group>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {email}
          </Text>
          <Text size="sm">{roles.map((role) => t(`roles.${role}.label`)).join(', ')}</Text>
        </div>
        {/* What one does to oneself by mistake nobody else may be there to undo. */}
        {may('manageUsers') && !isMe && <UserMenu user={user} onChanged={onChanged} onEdit={onEdit} />}
      </Group>
    </Card>
  );
}

function UserMenu({ user, onChanged, onEdit }: CardProps) {
  const { t } = useTranslation('admin');
  const actions = useUserActions(onChanged);
  const label = t('users.actions', { name: user.displayName });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={label} title={label}>
          <EllipsisVertical size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() => {
            onEdit(user);
          }}
        >
          {t('users.editRoles')}
        </Menu.Item>
        <Menu.Item
          onClick={() => {
            actions.resetPasskeys(user);
          }}
        >
          {t('users.resetPasskeys')}
        </Menu.Item>
        {user.disabledAt === null ? (
          <Menu.Item
            color="red"
            onClick={() => {
              actions.disable(user);
            }}
          >
            {t('users.disable')}
          </Menu.Item>
        ) : (
          <Menu.Item
            onClick={() => {
              actions.enable(user);
            }}
          >
            {t('users.enable')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
