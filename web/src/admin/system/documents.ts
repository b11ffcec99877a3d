import { graphql } from '../graphql';

export const SYSTEM = graphql(`
  query SystemStatus {
    systemStatus {
      version
      node
      startedAt
      model {
        engine
        id
        version
      }
      checks {
        name
        ok
        milliseconds
        problem
      }
      queues {
        name
        workers
        outstanding
        oldestSeconds
        jobs {
          waiting
          active
          delayed
          failed
        }
      }
      outbox {
        unsent
        oldestUnsentSeconds
      }
      sandbox
      grafanaUrl
    }
  }
`);
