// [known-imports]
import './nowhere';
