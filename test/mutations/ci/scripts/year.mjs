process.exitCode = process.env.MUTATION === 'ci-year' ? 1 : 0;
