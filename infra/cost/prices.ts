/** A list price, in US dollars without tax. */
export interface Price {
  readonly dollars: number;
  readonly per: string;
  /** `listed`: read off AWS' price page for `us-east-1` in that month. `remembered`: nobody looked; check before quoting. */
  readonly known: 'listed' | 'remembered';
  readonly when: string;
  /** AWS' page that says it. */
  readonly page: string;
}

const listed = (dollars: number, per: string, page: string): Price => ({
  dollars,
  per,
  known: 'listed',
  when: '2026-03',
  page,
});
const remembered = (dollars: number, per: string, page: string): Price => ({
  dollars,
  per,
  known: 'remembered',
  when: '2026-03',
  page,
});

/**
 * us-east-1, on demand. Nothing here was fetched: who quotes a figure opens the page first, corrects the number, and writes
 * `listed` and the month. Other regions are some 5 to 20 % dearer.
 */
export const PRICES = {
  fargateVcpuX86: listed(0.040_48, 'vCPU-hour', 'Fargate'),
  fargateGbX86: listed(0.004_445, 'GB-hour', 'Fargate'),
  fargateVcpuArm: remembered(0.032_38, 'vCPU-hour', 'Fargate'),
  fargateGbArm: remembered(0.003_56, 'GB-hour', 'Fargate'),
  balancer: listed(22, 'month, with a little traffic', 'Elastic Load Balancing'),
  balancerUnit: remembered(0.008, 'LCU-hour', 'Elastic Load Balancing'),
  address: remembered(0.005, 'public IPv4 address and hour', 'VPC'),
  endpoint: remembered(0.01, 'endpoint, zone and hour', 'PrivateLink'),
  databaseT4gMicro: remembered(0.016, 'hour, one zone', 'RDS for PostgreSQL'),
  databaseM7gLarge: remembered(0.168, 'hour, one zone', 'RDS for PostgreSQL'),
  databaseStorage: remembered(0.115, 'GB-month of gp3, one zone', 'RDS for PostgreSQL'),
  redisT4gMicro: remembered(0.016, 'node-hour', 'ElastiCache'),
  redisT4gSmall: remembered(0.032, 'node-hour', 'ElastiCache'),
  key: remembered(1, 'key and month', 'KMS'),
  keyUse: remembered(0.03, '10,000 requests', 'KMS'),
  secret: remembered(0.4, 'secret and month', 'Secrets Manager'),
  firewall: remembered(5, 'web ACL and month', 'WAF'),
  firewallRule: remembered(1, 'rule and month', 'WAF'),
  firewallRequests: remembered(0.6, 'million requests', 'WAF'),
  alarm: remembered(0.1, 'alarm and month', 'CloudWatch'),
  metric: remembered(0.3, 'metric and month', 'CloudWatch'),
  dashboard: remembered(3, 'dashboard and month', 'CloudWatch'),
  logs: remembered(0.5, 'GB taken in', 'CloudWatch'),
  prometheusSamples: remembered(0.9, '10 million samples', 'Managed Service for Prometheus'),
  /** The comparison alone: without liveness, a credential, a server or a database. */
  rekognition: listed(1, '1,000 images, of the first million a month', 'Rekognition'),
} as const satisfies Readonly<Record<string, Price>>;
