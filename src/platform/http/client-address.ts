import { type IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';
import proxyAddr from 'proxy-addr';
import { type Environment } from '../../config/env.js';

/** Whether the address at this hop, counted from our own socket, is one of our proxies. */
export type Trust = (address: string, hop: number) => boolean;

/** @param proxies how many stand before this server, or their addresses; with 0 nobody's word is taken */
export function trustOf(proxies: Environment['TRUST_PROXY']): Trust {
  return typeof proxies === 'number' ? (_address, hop) => hop < proxies : proxyAddr.compile(proxies);
}

/** Who is asking: the address of the socket, or what a trusted proxy says of it in X-Forwarded-For. */
export const clientAddress = (request: IncomingMessage, trust: Trust): string => proxyAddr(request, trust);

/**
 * What counts as one client: an IPv4 address, or the /64 of an IPv6 one, of which every household and every attacker
 * has 2^64 addresses.
 */
export function clientOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv6)
    return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`).toString()}/64`;
  return parsed.toString();
}
