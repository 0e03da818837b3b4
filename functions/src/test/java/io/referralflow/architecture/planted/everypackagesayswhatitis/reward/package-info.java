/// Rewards.
package io.referralflow.architecture.planted.everypackagesayswhatitis.reward;
