const broken = process.env.MUTATION === 'ci-tests';
console.log(broken ? '3 passed, 2 failed' : '5 passed, 0 failed');
process.exitCode = broken ? 1 : 0;
