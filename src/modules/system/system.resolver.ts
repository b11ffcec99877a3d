import { Query, Resolver } from '@nestjs/graphql';
import { Allow, Permission } from '../auth/index.js';
import { SystemService } from './system.service.js';
import { SystemStatus } from './system.type.js';

@Resolver(() => SystemStatus)
export class SystemResolver {
  constructor(private readonly system: SystemService) {}

  @Query(() => SystemStatus, { description: 'As it is now; answers within some seconds, whatever hangs.' })
  @Allow(Permission.SystemRead)
  systemStatus() {
    return this.system.status();
  }
}
