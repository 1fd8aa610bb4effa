package io.domainflow.registrar.command;

/** A part of a registration that the registrar may refuse. */
public enum RegistrationPart {
  REGISTRANT,
  ADMIN,
  TECH,
  BILLING,
  NAMESERVERS,
  ADDITIONAL_FIELDS,
  PERIOD,
  PRIVACY,
  IDN_LANGUAGE,
  /** The trademark claims notice and its acceptance. */
  NOTICE,
  /** Price, currency or price class. */
  PRICE
}
