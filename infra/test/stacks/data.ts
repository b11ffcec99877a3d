import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Match } from 'aws-cdk-lib/assertions';
import { bothStages } from '../../generated/templates.ts';

const templates = bothStages();
const { dev, prod } = templates;

describe('PostgreSQL', () => {
  const database = prod.template('data');

  it('is in two zones, sealed, not public, and cannot be deleted by mistake', () => {
    database.hasResource('AWS::RDS::DBInstance', {
      DeletionPolicy: 'Snapshot',
      Properties: {
        Engine: 'postgres',
        MultiAZ: true,
        StorageEncrypted: true,
        KmsKeyId: Match.anyValue(),
        PubliclyAccessible: false,
        DeletionProtection: true,
        BackupRetentionPeriod: 14,
        CopyTagsToSnapshot: true,
      },
    });
  });

  for (const stage of ['dev', 'prod'] as const) {
    it(`takes in ${stage} no password that stays: the owner’s is made anew by RDS, the program signs in with IAM`, () => {
      templates[stage].template('data').hasResourceProperties('AWS::RDS::DBInstance', {
        ManageMasterUserPassword: true,
        MasterUserPassword: Match.absent(),
        EnableIAMDatabaseAuthentication: true,
      });
    });

    it(`takes in ${stage} no connection without TLS, and logs no value of a statement`, () => {
      templates[stage].template('data').hasResourceProperties('AWS::RDS::DBParameterGroup', {
        Parameters: Match.objectLike({
          'rds.force_ssl': '1',
          log_parameter_max_length: '0',
          log_parameter_max_length_on_error: '0',
        }),
      });
    });

    it(`has in ${stage} logs that end, under our key`, () => {
      const { of } = {
        of: (name: string) =>
          templates[stage].of('AWS::Logs::LogGroup').find(({ properties }) => properties['LogGroupName'] === name),
      };
      for (const name of ['postgresql', 'upgrade']) {
        const group = of(`/aws/rds/instance/presente-${stage}/${name}`);
        assert.ok(group?.properties['KmsKeyId']);
        assert.ok(group.properties['RetentionInDays']);
      }
    });
  }

  it('is in dev the least there is', () => {
    dev.template('data').hasResource('AWS::RDS::DBInstance', {
      DeletionPolicy: 'Delete',
      Properties: {
        DBInstanceClass: 'db.t4g.micro',
        MultiAZ: false,
        DeletionProtection: false,
        StorageEncrypted: true,
      },
    });
  });
});

describe('Redis', () => {
  for (const stage of ['dev', 'prod'] as const) {
    it(`asks in ${stage} for TLS and a password, is sealed, and keeps no snapshot`, () => {
      templates[stage].template('data').hasResourceProperties('AWS::ElastiCache::ReplicationGroup', {
        TransitEncryptionEnabled: true,
        AtRestEncryptionEnabled: true,
        KmsKeyId: Match.anyValue(),
        AuthToken: Match.anyValue(),
        SnapshotRetentionLimit: 0,
      });
    });

    it(`forgets in ${stage} nothing when it is full`, () => {
      templates[stage].template('data').hasResourceProperties('AWS::ElastiCache::ParameterGroup', {
        CacheParameterGroupFamily: 'redis7',
        Properties: Match.objectLike({ 'maxmemory-policy': 'noeviction' }),
      });
      const [group] = templates[stage].of('AWS::ElastiCache::ReplicationGroup');
      assert.equal(templates[stage].name(group?.properties['CacheParameterGroupName'], 'data'), 'data.RedisParameters');
    });
  }

  it('is in prod in two zones', () => {
    prod.template('data').hasResourceProperties('AWS::ElastiCache::ReplicationGroup', {
      AutomaticFailoverEnabled: true,
      MultiAZEnabled: true,
      NumCacheClusters: 2,
    });
  });

  it('has its password in no template: only where to find it', () => {
    for (const stage of ['dev', 'prod'] as const) {
      const [group] = templates[stage].of('AWS::ElastiCache::ReplicationGroup');
      const token = templates[stage].name(group?.properties['AuthToken'], 'data');
      assert.match(token, /^\{\{resolve:secretsmanager:/);
    }
  });
});

describe('keys and secrets', () => {
  for (const stage of ['dev', 'prod'] as const) {
    const foundation = templates[stage].template('foundation');

    it(`are in ${stage} two keys, which turn every year, and wait 30 days before they are gone`, () => {
      foundation.resourceCountIs('AWS::KMS::Key', 2);
      foundation.allResourcesProperties('AWS::KMS::Key', { EnableKeyRotation: true, PendingWindowInDays: 30 });
    });

    it(`let in ${stage} no service and no other account use the key-encryption key`, () => {
      const kek = templates[stage].of('AWS::KMS::Key').find(({ id }) => id === 'KeyEncryptionKey');
      const { Statement } = kek?.properties['KeyPolicy'] as { Statement: { Principal: { AWS?: unknown } }[] };
      const principals = Statement.map(({ Principal }) => templates[stage].name(Principal.AWS, 'foundation'));
      assert.deepEqual(principals, ['arn:AWS::Partition:iam::111111111111:root']);
    });

    it(`keep in ${stage} every secret under the data key`, () => {
      for (const { stack, id, properties } of templates[stage].of('AWS::SecretsManager::Secret'))
        assert.equal(templates[stage].name(properties['KmsKeyId'], stack), 'foundation.DataKey', id);
    });

    it(`have in ${stage} keys of the application that no template knows`, () => {
      foundation.hasResourceProperties('AWS::SecretsManager::Secret', {
        Name: `presente/${stage}/keys`,
        SecretString: Match.absent(),
        GenerateSecretString: Match.absent(),
      });
    });
  }

  it('outlive the stacks in prod, and go with them in dev', () => {
    prod.template('foundation').allResources('AWS::KMS::Key', { DeletionPolicy: 'Retain' });
    dev.template('foundation').allResources('AWS::KMS::Key', { DeletionPolicy: 'Delete' });
  });
});

describe('images', () => {
  for (const stage of ['dev', 'prod'] as const) {
    it(`are in ${stage} scanned when they come, never another under the same name, and sealed`, () => {
      templates[stage].template('foundation').allResourcesProperties('AWS::ECR::Repository', {
        ImageScanningConfiguration: { ScanOnPush: true },
        ImageTagMutability: 'IMMUTABLE',
        EncryptionConfiguration: Match.objectLike({ EncryptionType: 'KMS' }),
      });
    });
  }
});
