import { createContext, use } from 'react';
import { type Connection } from './connection';

const ConnectionContext = createContext<Connection | undefined>(undefined);

export const ConnectionProvider = ConnectionContext.Provider;

export function useConnection(): Connection {
  const connection = use(ConnectionContext);
  if (connection === undefined) throw new Error('This page has no connection.');
  return connection;
}
