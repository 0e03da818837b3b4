/// The rules of the code as tests. Each rule stands in [ArchitectureRule], or in [SourceRule] where
/// bytecode does not show what it is about, and has a planted package that breaks it. Start at
/// [ArchitectureTest].
@NullMarked
package io.referralflow.architecture;

import org.jspecify.annotations.NullMarked;
