// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.conf.ldap;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.Attributes;
import javax.naming.directory.ModificationItem;
import org.dcm4che3.conf.api.ConfigurationChanges;
import org.dcm4che3.net.Connection;

public class LdapUtils {

    public static boolean hasObjectClass(Attributes attributes, String objectClass) throws NamingException {
        throw new UnsupportedOperationException();
    }

    public static <T> void safeClose(NamingEnumeration<T> enumeration) {
        throw new UnsupportedOperationException();
    }

    public static <T> void storeNotEmpty(
            ConfigurationChanges.ModifiedObject change, Attributes attributes, String id, T[] values, T... defaults) {
        throw new UnsupportedOperationException();
    }

    public static <T> void storeNotEmpty(
            ConfigurationChanges.ModifiedObject change, Attributes attributes, String id, Map<String, T> values) {
        throw new UnsupportedOperationException();
    }

    public static <T> void storeNotEmpty(Attributes attributes, String id, T[] values, T... defaults) {
        throw new UnsupportedOperationException();
    }

    public static <T> Attribute attr(String id, Map<String, T> values) {
        throw new UnsupportedOperationException();
    }

    public static <T> Attribute attr(String id, T... values) {
        throw new UnsupportedOperationException();
    }

    public static void storeNotEmpty(
            ConfigurationChanges.ModifiedObject change, Attributes attributes, String id, int... values) {
        throw new UnsupportedOperationException();
    }

    public static void storeNotEmpty(Attributes attributes, String id, int... values) {
        throw new UnsupportedOperationException();
    }

    public static Attribute attr(String id, int... values) {
        throw new UnsupportedOperationException();
    }

    public static <T> void storeNotNullOrDef(
            ConfigurationChanges.ModifiedObject change, Attributes attributes, String id, T value, T defaultValue) {
        throw new UnsupportedOperationException();
    }

    public static <T> void storeNotNullOrDef(Attributes attributes, String id, T value, T defaultValue) {
        throw new UnsupportedOperationException();
    }

    public static void storeNotNull(
            ConfigurationChanges.ModifiedObject change, Attributes attributes, String id, Integer value) {
        throw new UnsupportedOperationException();
    }

    public static void storeNotDef(
            ConfigurationChanges.ModifiedObject change, Attributes attributes, String id, int value, int defaultValue) {
        throw new UnsupportedOperationException();
    }

    public static void storeNotDef(Attributes attributes, String id, int value, int defaultValue) {
        throw new UnsupportedOperationException();
    }

    public static void storeNotDef(
            ConfigurationChanges.ModifiedObject change,
            Attributes attributes,
            String id,
            long value,
            long defaultValue) {
        throw new UnsupportedOperationException();
    }

    public static void storeNotDef(
            ConfigurationChanges.ModifiedObject change,
            Attributes attributes,
            String id,
            boolean value,
            boolean defaultValue) {
        throw new UnsupportedOperationException();
    }

    public static Attribute storeBoolean(Attributes attributes, String id, boolean value) {
        throw new UnsupportedOperationException();
    }

    public static Attribute storeBoolean(
            ConfigurationChanges.ModifiedObject change, Attributes attributes, String id, boolean value) {
        throw new UnsupportedOperationException();
    }

    public static Attribute storeInt(
            ConfigurationChanges.ModifiedObject change, Attributes attributes, String id, int value) {
        throw new UnsupportedOperationException();
    }

    public static Attribute storeInt(Attributes attributes, String id, int value) {
        throw new UnsupportedOperationException();
    }

    public static Attribute storeLong(Attributes attributes, String id, long value) {
        throw new UnsupportedOperationException();
    }

    public static String dnOf(String id, String value, String parentDN) {
        throw new UnsupportedOperationException();
    }

    public static String cutAttrValueFromDN(String dn, String id) {
        throw new UnsupportedOperationException();
    }

    public static String dnOf(String id, String value, String id2, String value2, String parentDN) {
        throw new UnsupportedOperationException();
    }

    public static void storeDiff(
            ConfigurationChanges.ModifiedObject change,
            List<ModificationItem> modifications,
            String id,
            boolean previous,
            boolean value,
            boolean defaultValue) {
        throw new UnsupportedOperationException();
    }

    public static void storeDiff(
            ConfigurationChanges.ModifiedObject change,
            List<ModificationItem> modifications,
            String id,
            int previous,
            int value,
            int defaultValue) {
        throw new UnsupportedOperationException();
    }

    public static void storeDiff(
            ConfigurationChanges.ModifiedObject change,
            List<ModificationItem> modifications,
            String id,
            long previous,
            long value,
            long defaultValue) {
        throw new UnsupportedOperationException();
    }

    public static <T> void storeDiffObject(
            ConfigurationChanges.ModifiedObject change,
            List<ModificationItem> modifications,
            String id,
            T previous,
            T value,
            T defaultValue) {
        throw new UnsupportedOperationException();
    }

    public static <T> void storeDiffProperties(
            ConfigurationChanges.ModifiedObject change,
            List<ModificationItem> modifications,
            String id,
            Map<String, T> previous,
            Map<String, T> value) {
        throw new UnsupportedOperationException();
    }

    public static <T> void storeDiff(
            ConfigurationChanges.ModifiedObject change,
            List<ModificationItem> modifications,
            String id,
            int[] previous,
            int[] value,
            int... defaultValue) {
        throw new UnsupportedOperationException();
    }

    public static <T> void storeDiff(
            ConfigurationChanges.ModifiedObject change,
            List<ModificationItem> modifications,
            String id,
            T[] previous,
            T[] value,
            T... defaultValue) {
        throw new UnsupportedOperationException();
    }

    public static void storeDiffWithOrdinalPrefix(
            ConfigurationChanges.ModifiedObject change,
            List<ModificationItem> modifications,
            String id,
            String[] previous,
            String[] values) {
        throw new UnsupportedOperationException();
    }

    public static void storeDiff(
            ConfigurationChanges.ModifiedObject change,
            List<ModificationItem> modifications,
            String id,
            List<Connection> previous,
            List<Connection> values,
            String dn) {
        throw new UnsupportedOperationException();
    }

    public static <T> boolean equals(T[] first, T[] second) {
        throw new UnsupportedOperationException();
    }

    public static Boolean booleanValue(Attribute attribute, Boolean defaultValue) throws NamingException {
        throw new UnsupportedOperationException();
    }

    public static boolean booleanValue(Attribute attribute, boolean defaultValue) throws NamingException {
        throw new UnsupportedOperationException();
    }

    public static String stringValue(Attribute attribute, String defaultValue) throws NamingException {
        throw new UnsupportedOperationException();
    }

    public static TimeZone timeZoneValue(Attribute attribute, TimeZone defaultValue) throws NamingException {
        throw new UnsupportedOperationException();
    }

    public static Date dateTimeValue(Attribute attribute) throws NamingException {
        throw new UnsupportedOperationException();
    }

    public static <T extends Enum<T>> T enumValue(Class<T> type, Attribute attribute, T defaultValue)
            throws NamingException {
        throw new UnsupportedOperationException();
    }

    public static <T extends Enum<T>> T[] enumArray(Class<T> type, Attribute attribute) throws NamingException {
        throw new UnsupportedOperationException();
    }

    public static String[] stringArray(Attribute attribute, String... defaultValues) throws NamingException {
        throw new UnsupportedOperationException();
    }

    public static long longValue(Attribute attribute, long defaultValue) throws NamingException {
        throw new UnsupportedOperationException();
    }

    public static int intValue(Attribute attribute, int defaultValue) throws NamingException {
        throw new UnsupportedOperationException();
    }

    public static Long longValue(Attribute attribute, Long defaultValue) throws NamingException {
        throw new UnsupportedOperationException();
    }

    public static Integer intValue(Attribute attribute, Integer defaultValue) throws NamingException {
        throw new UnsupportedOperationException();
    }

    public static int[] intArray(Attribute attribute) throws NamingException {
        throw new UnsupportedOperationException();
    }

    public static String toString(boolean value) {
        throw new UnsupportedOperationException();
    }

    public static String toString(Object value) {
        throw new UnsupportedOperationException();
    }

    public static Attributes attrs(String objectClass, String id, String value) {
        throw new UnsupportedOperationException();
    }

    public static String[] addOrdinalPrefix(String[] values) {
        throw new UnsupportedOperationException();
    }

    public static String[] removeOrdinalPrefix(String[] values) {
        throw new UnsupportedOperationException();
    }

    private LdapUtils() {}
}
