import assert from 'node:assert/strict';
import { type IncomingMessage } from 'node:http';
import { describe, it } from 'node:test';
import { clientAddress, clientOf, trustOf } from './client-address.js';

const requestFrom = (socket: string, forwarded?: string): IncomingMessage =>
  ({
    socket: { remoteAddress: socket },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

const CLIENT = '203.0.113.7';
const PROXY = '10.0.0.2';
const FORGED = '198.51.100.1';

describe('the address of a client', () => {
  const cases: [name: string, proxies: number | string[], socket: string, forwarded: string | undefined, is: string][] =
    [
      ['is that of the socket', 0, CLIENT, undefined, CLIENT],
      ['is no word of the client, without a proxy', 0, CLIENT, FORGED, CLIENT],
      ['is what one proxy says', 1, PROXY, CLIENT, CLIENT],
      [
        'is what the last of one proxy says, not what the client wrote before',
        1,
        PROXY,
        `${FORGED}, ${CLIENT}`,
        CLIENT,
      ],
      ['is what the first of two proxies says', 2, PROXY, `${FORGED}, ${CLIENT}, 10.0.0.1`, CLIENT],
      ['is what a proxy of the list says', ['10.0.0.0/8'], PROXY, CLIENT, CLIENT],
      ['is that of a socket which is not in the list', ['10.0.0.0/8'], CLIENT, FORGED, CLIENT],
    ];
  for (const [name, proxies, socket, forwarded, is] of cases) {
    it(name, () => {
      assert.equal(clientAddress(requestFrom(socket, forwarded), trustOf(proxies)), is);
    });
  }

  const clients: [address: string, client: string][] = [
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
    ['::1', '::/64'],
    ['nonsense', 'unknown'],
  ];
  for (const [address, client] of clients) {
    it(`counts ${address} as ${client}`, () => {
      assert.equal(clientOf(address), client);
    });
  }
});
