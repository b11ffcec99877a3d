import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '../../auth/index.js';
import { OfPersonArgs } from '../persons/of-person.args.js';
import { IssueCredentialInput, RevokeCredentialInput } from './credential.inputs.js';
import { Credential, CredentialConnection, IssuedCredential } from './credential.type.js';
import { CredentialsService } from './credentials.service.js';

@Resolver(() => Credential)
export class CredentialsResolver {
  constructor(private readonly service: CredentialsService) {}

  @Query(() => CredentialConnection)
  @Allow(Permission.PersonRead)
  credentials(@Args() { personId, ...page }: OfPersonArgs) {
    return this.service.list(personId, page);
  }

  @Mutation(() => IssuedCredential)
  @Allow(Permission.CredentialManage)
  issueCredential(@Args('input') input: IssueCredentialInput, @CurrentActor() actor: Actor) {
    return this.service.issue(input, actor);
  }

  @Mutation(() => Credential)
  @Allow(Permission.CredentialManage)
  revokeCredential(@Args('input') input: RevokeCredentialInput, @CurrentActor() actor: Actor) {
    return this.service.revoke(input, actor);
  }
}
